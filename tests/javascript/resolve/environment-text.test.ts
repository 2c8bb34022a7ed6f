import { expect, it } from 'vitest';
import { readEnvironmentText } from '../../../src/javascript/resolve/environment-text.js';

const read = (text: string): Record<string, string> => Object.fromEntries(readEnvironmentText(text));

it.each([
  ['a value', 'A=1', { A: '1' }],
  ['blanks around it', '  A  =  one two  ', { A: 'one two' }],
  ['no value', 'A=', { A: '' }],
  ['export', 'export A=1\n export  B=2', { A: '1', B: '2' }],
  ['the form of YAML', 'A: 1', { A: '1' }],
  ['other signs of equality', 'A=b=c', { A: 'b=c' }],
  ['single quotes', "A='one # two' # three", { A: 'one # two' }],
  ['double quotes', 'A="one # two" # three', { A: 'one # two' }],
  ['backticks', 'A=`it\'s "so"`', { A: 'it\'s "so"' }],
  ['line breaks in double quotes', 'A="one\\ntwo"', { A: 'one\ntwo' }],
  ['several lines', 'A="one\ntwo"\nB=3', { A: 'one\ntwo', B: '3' }],
  ['a comment behind a value', 'A=one # two', { A: 'one' }],
  ['a comment right behind a value', 'A=one#two', { A: 'one' }],
  ['what is commented out', '# A=1\n  #B=2\n#C=3', {}],
  ['quotes that do not end', "A='one\nB=2\nC='3'", { A: "'one", B: '2', C: '3' }],
  ['quotes in the middle', 'A="one" two', { A: '"one" two' }],
  ['the last of two', 'A=1\nA=2', { A: '2' }],
  ['line ends of Windows, and a mark at the start', '\uFEFFA=1\r\nB="2"\r\n', { A: '1', B: '2' }],
  ['what is no assignment', 'hello\n=1\n1 = 2 = 3\n{"A": 1}', { '1': '2 = 3' }],
  ['dots and dashes in names', 'a.b-c=1', { 'a.b-c': '1' }],
  ['the places of a template', 'A="postgres://[user]:<password>@ep-...-pooler.neon.tech:5432/db?a=b"', { A: 'postgres://[user]:<password>@ep-...-pooler.neon.tech:5432/db?a=b' }],
  ['another variable', 'HOST=db\nURL=postgres://${HOST}:5432/$NAME\nNAME=shop', { HOST: 'db', URL: 'postgres://db:5432/shop', NAME: 'shop' }],
  ['another variable in double quotes', 'A=1\nB="${A}2"', { A: '1', B: '12' }],
  ['none in single quotes', "A=1\nB='${A}'", { A: '1', B: '${A}' }],
  ['a default', 'A=${B:-1}${C-2}', { A: '12' }],
  ['one that the file does not set', 'A=${B}/x', { A: '\uFFFC/x' }],
  ['one that is escaped', 'A=1\nB=\\$A', { A: '1', B: '$A' }],
  ['itself', 'A=${A}', { A: '\uFFFC' }],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

it('a circle of variables ends', () => {
  expect(read('A=${B}\nB=${C}\nC=${A}')).toEqual({ A: '\uFFFC', B: '\uFFFC', C: '\uFFFC' });
});

it('a text of quotes that never end is read in good time', () => {
  const started = performance.now();
  readEnvironmentText('A="\\'.repeat(12_000));
  readEnvironmentText(`${"A='\n".repeat(12_000)}`);
  readEnvironmentText(`${'A="b\nC=`d\n'.repeat(5_000)}`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
