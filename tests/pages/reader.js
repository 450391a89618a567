// The virtual screen reader, for a page that a test has opened: bundled to one script, which the driver runs there.
import { virtual } from "@guidepup/virtual-screen-reader";

globalThis.reader = virtual;
