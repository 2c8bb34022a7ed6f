/** Where programs find the variables of their environment. */
export const environments = {
  /** `process.env.NAME`, `Bun.env.NAME`; `Deno.env.get('NAME')`. */
  objects: ['process', 'Bun', 'Deno'],
  record: 'env',
  getter: 'get',
  /** Modules that export the record, and modules that export the variables themselves. */
  recordModules: ['node:process', 'process', '$env/dynamic/private', '$env/dynamic/public'],
  variableModules: ['$env/static/private', '$env/static/public', 'astro:env/server'],
} as const;
