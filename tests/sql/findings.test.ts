import { describe, expect, it } from 'vitest';
import type { ValuesShape } from '../../src/sql/findings.js';
import {
  absent, findingsOf, formatterFacts, inTag, list, markedBy, mysqlFacts, planned, record, said, scalar, sqliteFacts, tagFacts, unknown, unmarked,
  type Situation,
} from './finding-rows.js';

/** A text with the expected ranges marked, the values, the kind of each finding, what happens, and the plan. */
type Row = readonly [marked: string, values: ValuesShape, kind: string, says: string, plan?: string | null];

function holds(rows: readonly Row[], situation: Situation = {}): void {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (marked, [, values, kind, says, plan = null]) => {
    const text = unmarked(marked);
    const findings = findingsOf(marked, values, situation);
    expect(findings.map((finding) => finding.kind).join(' ')).toBe(kind);
    expect(markedBy(text, findings)).toBe(marked);
    expect(findings.map(said).join(' | ')).toBe(says);
    expect(findings.map((finding) => planned(text, finding)).join(' | ')).toBe(plan ?? findings.map(() => '').join(' | '));
  });
}

type SilentRow = readonly [text: string, values: ValuesShape];

function isSilent(rows: readonly SilentRow[], situation: Situation = {}): void {
  it.each(rows.map((row) => [row[0], row[1].kind, row[1]] as const))('nothing in %s with %s values', (text, _kind, values) => {
    expect(findingsOf(text, values, situation)).toEqual([]);
  });
}

const near = (token: string): string => `42601 syntax error at or near "${token}"`;
const atEnd = '42601 syntax error at end of input';
const supplies = (given: number, expected: number): string => `08P01 bind message supplies ${given} parameters, but prepared statement "" requires ${expected}`;
const noParameter = (number: number): string => `42P02 there is no parameter $${number}`;
const noType = (number: number): string => `42P18 could not determine data type of parameter $${number}`;
const notAnArray = 'Query values must be an array';

describe('foreign: positions', () => {
  holds([
    ['select * from t where id = «?»', list(1), 'foreign', atEnd, 'fix: select * from t where id = $1'],
    ['select * from t where id = «?» and name = ?', list(2), 'foreign', near('and'), 'fix: select * from t where id = $1 and name = $2'],
    ['SELECT * FROM t WHERE id = «?» AND a = 1', list(1), 'foreign', near('AND'), 'fix: SELECT * FROM t WHERE id = $1 AND a = 1'],
    ['select * from t where id=«?»and name=?', list(2), 'foreign', near('and'), 'fix: select * from t where id=$1 and name=$2'],
    ['insert into t(id, name) values («?», ?)', list(2), 'foreign', near(','), 'fix: insert into t(id, name) values ($1, $2)'],
    ['select «?»::int', list(1), 'foreign', near('::'), 'fix: select $1::int'],
    ['select id from t limit «?» offset ?', list(2), 'foreign', near('offset'), 'fix: select id from t limit $1 offset $2'],
    ['select id from t fetch first «?» rows only', list(1), 'foreign', near('?'), 'fix: select id from t fetch first $1 rows only'],
    ["update t set name=«?» where id = '1'", list(1), 'foreign', near('=?'), "fix: update t set name=$1 where id = '1'"],
    ["select * from t where name like '%' || «?» || '%'", list(1), 'foreign', '42883 operator does not exist', "fix: select * from t where name like '%' || $1 || '%'"],
    ['select * from t where «?» is null', list(1), 'foreign', near('null'), 'fix: select * from t where $1 is null'],
    ['select * from t where data ? «?»', list(1), 'foreign', atEnd, 'fix: select * from t where data ? $1'],
    ['select * from t where id = «?1» or uid = ?1', list(1), 'foreign', '42883 operator does not exist: ? integer', 'fix: select * from t where id = $1 or uid = $1'],
    ['select * from t where id = «:1» and uid = :2', list(2), 'foreign', near(':'), 'fix: select * from t where id = $1 and uid = $2'],
    ['select * from t where id = «%s» limit %d', list(2), 'foreign', near('%'), 'fix: select * from t where id = $1 limit $2'],
    ['select * from t where id=«%s»', list(1), 'foreign', '42703 column "s" does not exist', 'fix: select * from t where id=$1'],
    ['select * from t where id = «{0}» or uid = {0}', list(1), 'foreign', near('{'), 'fix: select * from t where id = $1 or uid = $1'],
    ['select * from t where id = «{}» or uid = {}', list(2), 'foreign', near('{'), 'fix: select * from t where id = $1 or uid = $2'],
    ["select * from t where id = «%s» and name = '%s'", list(2), 'foreign', near('%'), 'fix: select * from t where id = $1 and name = $2'],
    ["select * from t where id = «%s» and name like '%s'", list(1), 'foreign', near('%'), "fix: select * from t where id = $1 and name like '%s'"],
  ]);
});

describe('foreign: no fix without proof', () => {
  holds([
    ['select * from t where id = «?»', unknown, 'foreign', atEnd, 'suggest: select * from t where id = $1'],
    ['select * from t where id = «?»', absent, 'foreign', atEnd, 'report'],
    ['select * from t where id = «?» and name = ?', list(1), 'foreign', near('and'), 'report'],
    ['select * from t where id = «?» and name = $1', list(2), 'foreign', near('and'), 'report'],
    ['select * from t where id = «?» and name = :name', list(2), 'foreign', near('and'), 'report'],
    // The server parses the whole text before it looks for the operator of `?1`.
    ['select * from t where id = «?1» and name = ?', list(2), 'foreign', atEnd, 'report'],
    ['select * from «??» where id = ?', list(2), 'foreign', near('??'), 'report'],
    ['select * from «?» where id = 1', list(1), 'foreign', near('?'), 'report'],
    ['select now() - interval «?»', list(1), 'foreign', atEnd, 'report'],
    ['select * from t order by «?»', list(1), 'foreign', atEnd, 'report'],
    ['set application_name = «?»', list(1), 'foreign', near('?'), 'report'],
    ['insert into t values («?»); select 1', list(1), 'foreign', near(')'), 'report'],
    ['select «?» + ?', list(2), 'foreign', atEnd, 'suggest: select $1 + $2'],
    ['select * from t where id = «?» and ◇', list(1), 'foreign', near('and'), 'suggest: select * from t where id = $1 and ◇'],
    ['select * from t where id = «?» ○', list(1), 'foreign', 'the server reads ? as an operator', 'suggest: select * from t where id = $1 ○'],
    ["select * from t where id = «%s» and name = '%s'", unknown, 'foreign', near('%'), "suggest: select * from t where id = $1 and name = '%s'"],
  ]);
});

describe('foreign: names', () => {
  holds([
    ['select * from t where id = «:id» or uid = :id', record('id'), 'foreign', notAnArray, 'fix: select * from t where id = $1 or uid = $1'],
    ['select * from t where id = «:id»', record('id', 'name'), 'foreign', notAnArray, 'suggest: select * from t where id = $1'],
    ['select * from t where id = «:id»', record('name'), 'foreign', notAnArray, 'report'],
    ['select * from t where id = «:id»', { kind: 'record', keys: ['id'], closed: false, pure: true }, 'foreign', notAnArray, 'suggest: select * from t where id = $1'],
    ['select * from t where id = «:id»', { kind: 'record', keys: ['id'], closed: true, pure: false }, 'foreign', notAnArray, 'suggest: select * from t where id = $1'],
    ['select * from t where id = «:id»', list(1), 'foreign', near(':'), 'suggest: select * from t where id = $1'],
    ['select * from t where id = «:id»', unknown, 'foreign', near(':'), 'report'],
    ['select * from t where id = «@id»', record('id'), 'foreign', notAnArray, 'fix: select * from t where id = $1'],
    ['select * from t where id = «@id»', list(1), 'foreign', supplies(1, 0), 'suggest: select * from t where id = $1'],
    ['select * from t where id = «%(id)s»', record('id'), 'foreign', notAnArray, 'fix: select * from t where id = $1'],
    ['select * from t where id = «$id»', unknown, 'foreign', near('$'), 'report'],
    ['select * from t where id = «${id}»', absent, 'foreign', near('$'), 'report'],
    ['select * from t where id = «$<id>»', absent, 'foreign', near('$'), 'report'],
    ['select * from t where id = «$/id/»', absent, 'foreign', near('$'), 'report'],
    ['select * from t where id = «#{id}»', absent, 'foreign', near('{'), 'report'],
    ['select * from t where id = «#{id}»', record('id'), 'foreign', notAnArray, 'fix: select * from t where id = $1'],
    ['select * from t where id = «{id}»', record('id'), 'foreign', notAnArray, 'fix: select * from t where id = $1'],
    ['select tags[1:2] from t where id = «:id»', record('id'), 'foreign', notAnArray, 'fix: select tags[1:2] from t where id = $1'],
    ['select id::text from t where id = «:id»', record('id'), 'foreign', notAnArray, 'fix: select id::text from t where id = $1'],
  ]);
});

describe('foreign: `?` drivers', () => {
  const badField = "ER_BAD_FIELD_ERROR Unknown column '$1' in 'where clause'";
  holds(
    [
      ['select * from t where id = «$1» and name = $2', list(2), 'foreign', badField, 'fix: select * from t where id = ? and name = ?'],
      ['select * from t where id = «$1» or uid = $1', list(1), 'foreign', badField, 'report'],
      ['select * from t where id = «$1» or uid = $1', list(1, true), 'foreign', badField, 'suggest: select * from t where id = ? or uid = ?'],
      ['select * from t where id = «$2» or uid = $1', list(2, true), 'foreign', badField, 'suggest: select * from t where id = ? or uid = ?'],
      ["select * from t where id = «$1» and name <> 'why?'", list(1), 'foreign', badField, 'report'],
      ['select * from t where id = «$1» -- or ?', list(1), 'foreign', badField, 'report'],
      ['select * from t where id = «%s»', list(1), 'foreign', 'ER_PARSE_ERROR You have an error in your SQL syntax', 'fix: select * from t where id = ?'],
      ['select * from t where id = «:id» or uid = :id', record('id'), 'foreign', 'ER_PARSE_ERROR You have an error in your SQL syntax', 'suggest: select * from t where id = ? or uid = ?'],
      ['select * from t where id = «:id»', record('id'), 'foreign', 'ER_PARSE_ERROR You have an error in your SQL syntax', 'fix: select * from t where id = ?'],
    ],
    { facts: formatterFacts, dialect: 'mysql' },
  );
  isSilent([['select @var, @@sql_mode from t where id = ?', list(1)], ['select $1and from t', absent]], { facts: formatterFacts, dialect: 'mysql' });
});

describe('in a template tag', () => {
  holds(
    [
      ['select * from t where id = «$1»', inTag, 'handWritten', supplies(0, 1)],
      ['select * from t where id = «$1» and name = «$2»', inTag, 'handWritten handWritten', `${supplies(0, 2)} | ${supplies(0, 2)}`],
      ['select * from t where id = «$1» and name = ◆', inTag, 'handWritten', 'it takes the value of the first hole'],
      ['select * from t where id = «$2» and name = ◆', inTag, 'handWritten', supplies(1, 2)],
      ['select * from t where id = «$1» and ◇', inTag, 'handWritten', supplies(0, 1)],
      ['select * from t where id = «?» and name = ◆', inTag, 'foreign', near('and'), 'report'],
      ['select * from t where id = «:id» and name = :name', inTag, 'foreign', near(':'), 'report'],
      ["select * from t where name = '«◆»'", inTag, 'quotedHole', noType(1)],
      ["select * from t where name = '«○»'", inTag, 'quotedHole', noType(1)],
      ["select * from t where id = ◆ and name like '%«◆»%'", inTag, 'quotedHole', noType(2)],
      ["select '«◆» ◆', E'«◆»'", inTag, 'quotedHole quotedHole', `${noType(1)} | ${noType(3)}`],
      ['select * from "«◆»"', inTag, 'quotedHole', '42703 column "$1" does not exist'],
      ["select now() - interval '«◆» days'", inTag, 'quotedHole', noType(1)],
    ],
    { facts: tagFacts },
  );
  isSilent(
    [
      ['select * from t where id = ◆ and data ? ◆', inTag],
      ["select '◇', \"◇\"", inTag],
      ['select ◆ -- ◆ $1 ?', inTag],
      ['select /* ◆ $1 */ $$ ◆ $1 ? $$', inTag],
      ["select * from t where name = '$1' and a like '%s'", inTag],
      ['select ◇ ? ◆, ◆::text, tags[1:◆] from t', inTag],
      ['insert into t values (◆, ◆)', inTag],
      ["select '◆", inTag],
    ],
    { facts: tagFacts },
  );

  it.each([
    ["where name = '◆'", true, true],
    ["where name = '%◆'", false, true],
    ["where a in ('◆')", true, true],
    ["select interval '◆'", true, false],
    ["select point '◆'", true, false],
    ["select N'◆'", true, false],
    ["select 1 as '◆'", true, false],
    ["select E'◆'", false, false],
    ['select "◆"', true, false],
  ])('knows of %s whether the hole is the whole literal (%s) and a value can stand there (%s)', (text, wholeLiteral, movable) => {
    const findings = findingsOf(text, inTag, { facts: tagFacts });
    expect(findings).toMatchObject([{ kind: 'quotedHole', movable }]);
    expect(findings.map((finding) => finding.kind === 'quotedHole' && finding.literal.end - finding.literal.start === 3)).toEqual([wholeLiteral]);
  });
});

describe('quoted', () => {
  holds([
    ["select * from t where name = «'$1'»", list(1), 'quoted', supplies(1, 0), 'fix: select * from t where name = $1'],
    ["select * from t where name = «'$1'»and id = 1", list(1), 'quoted', supplies(1, 0), 'fix: select * from t where name = $1 and id = 1'],
    ["select * from t where name in(«'$1'»,'$2')", list(2), 'quoted', supplies(2, 0), 'fix: select * from t where name in($1,$2)'],
    ["select * from t where id = $1 and name = «'$2'»", list(2), 'quoted', supplies(2, 1), 'fix: select * from t where id = $1 and name = $2'],
    ["select * from t where name = «'%s'»", list(1), 'quoted', supplies(1, 0), 'fix: select * from t where name = $1'],
    ["select * from t where name = «'?'»", list(1), 'quoted', supplies(1, 0), 'fix: select * from t where name = $1'],
    ["select * from t where name = «':name'»", record('name'), 'quoted', notAnArray, 'suggest: select * from t where name = $1'],
    ["select now() - interval «'$1'»", list(1), 'quoted', supplies(1, 0), 'report'],
    ["select point «'$1'»", list(1), 'quoted', supplies(1, 0), 'report'],
  ]);
  holds([["select * from t where name = «':name'»", record('name'), 'quoted', 'Too many parameter values were provided', 'fix: select * from t where name = :name']], {
    facts: { ...sqliteFacts, notAList: null },
    dialect: 'sqlite',
    named: 'on',
  });
  isSilent([
    ["select * from t where name = '$1'", unknown],
    ["select * from t where name = '$1'", absent],
    ["select * from t where name = '$1' and id = $1", list(1)],
    ["select * from t where name = '?' and id = $1", list(1)],
    ["select * from t where data ->> '?' = $1", list(1)],
    ["select format('%s', name) from t where id = $1", list(1)],
    ["select * from t where name = '$1' and ◇", list(1)],
  ]);
  isSilent([["select * from t where name = '?'", list(1)], ['select 1 -- ?', list(1)]], { facts: formatterFacts, dialect: 'mysql' });
});

describe('counts', () => {
  holds([
    ['select * from t where id = $1 and name = «$2»', list(1), 'tooFew', supplies(1, 2)],
    ['select * from t where name = «$3» and id = $1 and uid = $2', list(2), 'tooFew', supplies(2, 3)],
    ['select * from t where id = «$1»', list(2), 'tooMany', supplies(2, 1)],
    ['select * from t where id = $1 or uid = «$1»', list(3), 'tooMany', supplies(3, 1)],
    ['«select * from t»', list(1), 'unused', supplies(1, 0)],
    ['«do $$ begin perform 1; end $$»', list(1), 'unused', supplies(1, 0)],
    ['select * from t where id = «$1»', absent, 'none', noParameter(1)],
    ['select * from t where id = «$1» and name = $2', list(0), 'none', noParameter(1)],
    ['select «$2»::int, $1::int', absent, 'none', noParameter(2)],
    ["select '%' || «$9» || '%'", list(1), 'gap', noType(1)],
    ['select $1::int, «$3»::int', list(3), 'gap', noType(2)],
    ['select $1::int, «$3»::int', list(2), 'gap', noType(2)],
    ['select $1::int, «$3»::int', unknown, 'gap', noType(2)],
    ['select * from t where id = «$2»', unknown, 'gap', noType(1)],
    ['select * from t where id = «$0»', list(1), 'zero', noParameter(0)],
    ['select * from t where id = «$0»', unknown, 'zero', noParameter(0)],
    ['select * from t where id = «$1»', scalar, 'notAList', notAnArray],
    ['select * from t where id = «$1»', record('id'), 'notAList', notAnArray],
    ['select * from t where id = «$1»', record(), 'notAList', notAnArray],
    ['«select * from t»', record('id'), 'notAList', notAnArray],
    ['select * from t where id = $1 and name = «$2»', { kind: 'spread', length: 2 }, 'spread', 'the second value is taken for a callback, so the call gives `undefined`, and the process ends with `cb is not a function`'],
    ["select * from t where COALESCE(a,'') = COALESCE(«$2»,'')", list(2), 'gap', noType(1)],
    ["select * from t where to_char(x,'YYYY-MM') = «$1»", absent, 'none', noParameter(1)],
    ['select * from t where id = $1 and uid = «$2» and ◇', list(1), 'tooFew', supplies(1, 2)],
  ]);
  holds(
    [
      ['select * from t where id = ? and name = «?»', list(1), 'tooFew', 'Too few parameter values were provided'],
      ['select * from t where id = «?»', list(2), 'tooMany', 'Too many parameter values were provided'],
      ['select * from t where id = «?»', absent, 'none', 'Too few parameter values were provided'],
      ['select * from t where id = :id and name = «@name»', record('id'), 'missingName', 'Missing named parameter "name"'],
      ['select * from t where id = «?»', record('id'), 'notAList', 'Too few parameter values were provided'],
      ['select * from t where id = «:id» and name = :name', absent, 'none', 'Missing named parameters'],
      ['select * from t where id = «:id»', list(1), 'foreign', 'Too many parameter values were provided', 'suggest: select * from t where id = ?'],
    ],
    { facts: sqliteFacts, dialect: 'sqlite', named: 'on' },
  );
  holds(
    [
      ["select * from t where a = '?' and id = «?»", list(1), 'tooFew', 'ER_PARSE_ERROR You have an error in your SQL syntax'],
      ['select * from ?? where id = «?»', list(1), 'tooFew', 'ER_PARSE_ERROR You have an error in your SQL syntax'],
    ],
    { facts: formatterFacts, dialect: 'mysql' },
  );
  holds([['select * from t where id = «?»', list(2), 'tooMany', 'rows are missing']], { facts: mysqlFacts, dialect: 'mysql' });
});

describe('silence', () => {
  isSilent([
    ['select * from t where id = $1', list(1)],
    ['select * from t where id = $1 or uid = $1', list(1)],
    ['select * from t', absent],
    ['select * from t', list(0)],
    ['select * from t', record()],
    ['select * from t where id = $1', unknown],
    ["select data ? 'k', data ?| array['a'], data ?& array['b'], data @? '$.a ? (@ > 1)' from t", absent],
    ["select data ? 'k', data ?| array['a'], data ?& array['b'], data @? '$.a' from t where id = $1", list(1)],
    ['select data ? $1 and data ?| $2 from t', list(2)],
    ["select * from t where name like '%s' or name ilike '%s%'", absent],
    ['select 5 % $1::int', list(1)],
    ["select id::text, '2020-01-01'::date, tags[1:2], tags[:2], tags[a:b] from t", absent],
    ['select $$ ? $1 :a %s $$, $q$ ${x} @y $q$', absent],
    ['select 1 -- ? $1 :a\n/* %s /* $2 */ {x} */', absent],
    ['select "a?b", "$1", \'why? :x\' from t', absent],
    ["select '%' || $1 || '%'", list(1)],
    ["select * from t where COALESCE(a,'') = COALESCE($1,'')", list(1)],
    ["select * from t where to_char(x,'YYYY-MM') = $1", list(1)],
    ['select @ -5, @uid from t', absent],
    ['select @uid from t where id = $1', list(1)],
    ['select fn(a := 1, b => 2)', absent],
    ["select ?- lseg '((0,0),(1,0))', p ?- q, s ?|| s, b ?# b from t", absent],
    ['select tags[:a] from t', absent],
    ['prepare q as select * from t where id = $1', absent],
    ['prepare q as select * from t where id = $1', list(0)],
    ['create function f(int) returns int language sql return $1 + $2', absent],
    ['create or replace function f(int) returns int language sql begin atomic select $1; end', absent],
    ['create procedure p(int) language sql as $$ select $1 $$', absent],
    ['explain (verbose, generic_plan) select * from t where id = $1', absent],
    ['do $$ begin perform $1; end $$', absent],
    ['select 1; select 2', list(1)],
    ['select * from t where id = $1; select $3', absent],
    ["select * from t where name = 'unterminated and id = ?", list(1)],
    ['select * from t /* open ? ', list(1)],
    ['select $1and from t', list(2)],
  ]);
  isSilent([
    ['select * from t where id = $1 and ◇', list(3)],
    ['select * from t where ◇', list(3)],
    ['select * from t where ○', list(1)],
    ['select $1::int, $3::int from t where ◇', unknown],
    ['select * from t where id = $◇', list(3)],
    ['select * from t where id in ($1, $○)', list(5)],
    ['select * from t where id = $1◇', absent],
  ]);
  isSilent([['select * from t where id = :id and name = :name', record('id')], ['select * from t where id = :id', unknown], ['select * from t where id = :id', absent]], { facts: formatterFacts, dialect: 'mysql', named: 'unknown' });
  isSilent([['select * from t where id = :id and name = $name', record('id', 'name')], ['select * from t where id = :id', { kind: 'record', keys: [], closed: false, pure: true }]], { facts: sqliteFacts, dialect: 'sqlite', named: 'on' });
  isSilent([['select * from t where id = ?', list(2)], ['select 1', list(1)]], { facts: formatterFacts, dialect: 'mysql' });
});
