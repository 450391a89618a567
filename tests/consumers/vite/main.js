// Served by Vite's development server, and built by Vite: both as they come, without a plugin or a setting.
import "minsheng-explorer";
