import { runCases } from './run-cases.js';
import { cases } from './valid-settings.cases.js';

runCases('valid-settings', cases);
