import { entrance } from "./entrance.ts";

export const de = { ...entrance };
