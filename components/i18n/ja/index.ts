import type { Catalogue } from "../text.ts";
import { entrance } from "./entrance.ts";

export const ja: Catalogue = { ...entrance };
