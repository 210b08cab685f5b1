import type { Catalogue } from "../text.ts";
import { entrance } from "./entrance.ts";

export const fr: Catalogue = { ...entrance };
