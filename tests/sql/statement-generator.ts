/** Random statements for PostgreSQL, whose placeholders are marked, amid everything that merely looks like one. */

/** A sequence of numbers in [0, 1) that depends on the seed alone. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Stands for a placeholder; no other part of a statement holds it. */
const MARK = '§';
/** Stands for a literal or a comment that is put in later. */
const NOISE = '¤';

const literals = [
  "'it''s ? :x %s $1'",
  String.raw`E'\'? :a $1 \\'`,
  '$$ ? :name %s $1 @x $$',
  "$q$ ' ? %(a)s $$ ${x} #{y} $q$",
  "'%s-?'",
  "N'? :n'",
  String.raw`U&'\0041?'`,
  "'a ? '\n  ' b :c'",
  "'?'||'x'",
  "'12:30:00'",
  "'{a,b}'",
];

const comments = ['', '', '', ' ', '/* ? :x /* nested ? */ %s $9 */ ', "-- ? :y ' $1 %s\n", "/*'*/ "];

const conditions = [
  'id = §', 'id=§', 'id>=§', 'id <>§', 'name = §', "name=§||''", "'x'||§=name",
  'data ? §', 'data ?| §::text[]', "data ?& array[§, 'a']", "data @? '$.a ? (@ > 1)'", "data ? 'a'", 'data ?|§::text[]',
  'id % 2 = §', 'id %2 = 1', "name like '%s'", "name like '%?%' or name = §", "data->>'a' = §", "data->>§ = '1'", 'data->>§=name',
  'tags[1:2] = §::text[]', 'tags[§:2] is not null', 'id = any(§::int[])', 'ts > §::timestamptz', 'ts at time zone § > now()',
  'name <> ¤', '"we?ird:%s" = §', "format('%s-%s', name, §::text) <> ¤", 'id between § and §', 'id in (§, §,§)', 'id in(§)and id>§',
  "s ?|| lseg '((0,0),(1,0))'", "point '(1,1)' ?- point '(2,1)'", "(?- lseg '((0,0),(1,0))')", '(id+§::int)*2 > -§::int',
  'coalesce(§::text, name)<>¤', 'case when id=§then true else id<§end', 'name is distinct from §', "data @> '{\"a\": 1}'::jsonb", '@id > §', 'fn(a => §, b := §) > 1',
];

const columns = ['¤', '§::text', "data ? 'a'", 'id % 3', '-§::int', "'x'", '@id'];
const endings = ['', ' limit §', ' limit § offset §', ' fetch first § rows only', '\n-- done ?'];

/** A statement with `§` for each placeholder; some have none. */
export function generateStatement(random: () => number): string {
  const pick = (choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] ?? '';
  const condition = (depth: number): string => {
    const kind = depth > 2 ? 1 : random();
    const start = pick(comments);
    if (kind < 0.04) return `${start}(${condition(depth + 1)})`;
    if (kind < 0.08) return `${start}not (${condition(depth + 1)})`;
    if (kind < 0.12) return `${start}${condition(depth + 1)} and ${condition(depth + 1)}`;
    if (kind < 0.16) return `${start}(${condition(depth + 1)} or ${condition(depth + 1)})`;
    return start + pick(conditions);
  };
  const statement = (): string => {
    const kind = random();
    if (kind < 0.6) return `select id, ${pick(columns)} as c from t where ${condition(0)} and ${condition(0)} order by id${pick(endings)}`;
    if (kind < 0.75) return 'insert into t(id,name,data) values (100, §,§::jsonb) returning id, name';
    if (kind < 0.9) return `update t set name=§, data = data || §::jsonb where ${condition(0)} returning id`;
    return `with q as (select * from t where ${condition(0)}) select case when id > § then ¤ else §::text end from q`;
  };
  return statement().replaceAll(NOISE, () => pick(literals));
}

/** Writes a placeholder into each mark; `write` gets its number, from 1, and a name. */
export function written(statement: string, write: (number: number, name: string) => string): string {
  let number = 0;
  return statement.replaceAll(MARK, () => {
    number += 1;
    return write(number, nameOf(number));
  });
}

export function marksIn(statement: string): number {
  return statement.split(MARK).length - 1;
}

/** `pa`, `pb`, …, `pba`: letters only, so that a style's own digits never stand beside them. */
export function nameOf(number: number): string {
  const digits = [...number.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)] ?? '');
  return `p${digits.join('')}`;
}
