// A rule that throws is silent for users; here it must be loud.
process.env['DEBUG'] = 'eslint-plugin-db:throw';
