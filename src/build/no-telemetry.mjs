// Preloaded by the commands that run Astro: it would otherwise report each of them to its makers.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
