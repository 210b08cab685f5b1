import { config } from "zod";

// Runs before any schema is made: zod's probe for `new Function` breaks our content security policy.
config({ jitless: true });
