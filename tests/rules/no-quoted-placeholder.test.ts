import { cases } from './no-quoted-placeholder.cases.js';
import { runCases } from './run-cases.js';

runCases('no-quoted-placeholder', cases);
