/** Words of SQL, in lower case, by what may stand beside them. */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** After these an operand is expected, not an infix operator: `limit ?` is a placeholder, `data ? 'k'` an operator. */
export const wordsBeforeOperand = wordSet(
  `select where and or not in like ilike similar between symmetric then else when case on having by limit offset values set
  returning using from as fetch first next any all some exists distinct is isnull escape to with union intersect except join
  inner left right full cross natural into only array row variadic filter over partition range rows groups preceding within at
  collate return call execute begin if replace update delete insert table do for analyze explain interval check references
  grant revoke password unlisten notify listen rlike regexp div mod`,
);

/** Reserved words that start no operand: a `?` before them is no infix operator. */
export const wordsNotOperand = wordSet(
  `and or in like ilike similar between then else when on having by limit offset from as fetch using returning union
  intersect except join inner left right full cross natural into where order group window is isnull notnull asc desc end for
  collate at to with escape only on set values`,
);

/** PostgreSQL's reserved words that can start no expression: the parser stops at them when it waits for an operand. */
export const reservedBetweenOperands = wordSet(
  `all analyse analyze and any as asc asymmetric both check collate column constraint create deferrable desc distinct do else
  end except fetch for foreign from grant group having in initially intersect into lateral leading limit offset on only or
  order placing primary references returning select some symmetric table then to trailing union using variadic when where
  window with`,
);

/** PostgreSQL's words that may name a function or a type, no column: the parser accepts them and stops at what follows. */
export const functionWords = wordSet(
  `authorization binary collation concurrently cross freeze full ilike inner is isnull join left like natural notnull outer
  overlaps right similar tablesample verbose`,
);

/** After these PostgreSQL wants a name, a list or a literal; no expression, and so no parameter either. */
export const wordsBeforeName = wordSet('from join into update table only in as with values any all some call truncate');

/** Types that PostgreSQL takes before a literal, never before a parameter. */
export const typedLiteralWords = wordSet('interval date time timestamp timestamptz timetz');
