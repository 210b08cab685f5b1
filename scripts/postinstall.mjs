// Remembers what was installed, so that the next command need not install it again.
import { markInstalled } from "./toolbox.mjs";

markInstalled();
