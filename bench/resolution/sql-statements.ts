/** Tells SQL from other text, without a driver that says that it is SQL. Prose in English must not pass: "Select a file". */

const OBJECT = '(?:table|index|view|schema|function|procedure|trigger|type|extension|database|role|user|sequence|policy|publication|subscription|domain|rule|server|cast|operator|aggregate|collation|tablespace|event|default|column|constraint|system|foreign|text)';
const MODIFIERS = '(?:(?:or\\s+replace|temp|temporary|unique|unlogged|materialized|global|local|virtual|constraint|event|recursive|concurrently)\\s+)*';
const HOLE = '\\uFFFC';

/** How a statement begins, up to where no other text looks like it. */
const STATEMENTS = [
  `select\\b(?:[\\s\\S]*\\bfrom\\b|\\s*(?:[\\d'"(*$:?@${HOLE}]|[\\w.]+\\s*\\(|(?:current_\\w+|session_user|user|null|true|false)\\b))`,
  '(?:insert|replace)\\s+(?:or\\s+\\w+\\s+|ignore\\s+)?into\\b',
  'update\\s+\\S[\\s\\S]*\\bset\\b',
  'delete\\s+from\\b',
  'merge\\s+into\\b',
  'with\\s+(?:recursive\\s+)?\\S[\\s\\S]*\\bas\\s+(?:(?:not\\s+)?materialized\\s+)?\\(',
  `create\\s+${MODIFIERS}${OBJECT}\\b`,
  `(?:alter|drop)\\s+${MODIFIERS}${OBJECT}\\b`,
  `comment\\s+on\\s+${OBJECT}\\b`,
  'refresh\\s+materialized\\s+view\\b',
  `truncate\\s+(?:table\\s+)?(?:only\\s+)?["'\`\\w.${HOLE}]+\\s*(?:[;,]|cascade|restart|restrict|$)`,
  '(?:begin|commit|rollback|abort)(?:\\s+(?:work|transaction|tran|to|isolation|read|immediate|deferred|exclusive|prepared|and)\\b[^;]*)?\\s*(?:;|$)',
  'start\\s+transaction\\b',
  `savepoint\\s+["\\w${HOLE}]+\\s*(?:;|$)`,
  'release\\s+savepoint\\b',
  `set\\s+(?:(?:local|session)\\s+)?["\\w.@${HOLE}]+\\s*(?:=|to\\b)|set\\s+(?:session\\s+|local\\s+)?(?:transaction|role|time\\s+zone|constraints|names|session\\s+authorization)\\b`,
  `(?:un)?listen\\s+["\\w*${HOLE}]+\\s*(?:;|$)`,
  `notify\\s+["\\w${HOLE}]+\\s*(?:,|;|$)`,
  `copy\\s+(?:["\\w.${HOLE}]+\\s*(?:\\([^)]*\\)\\s*)?|\\([\\s\\S]*\\)\\s*)(?:from|to)\\s+(?:std(?:in|out)\\b|')`,
  '(?:grant|revoke)\\s+[\\w, ]+\\s+on\\s[\\s\\S]*\\b(?:from|to)\\b|grant\\s+["\\w]+\\s+to\\b',
  'lock\\s+(?:table\\b|\\S+\\s+in\\b)',
  'explain\\s+(?:\\(|analyze\\b|verbose\\b|query\\b|select\\b|insert\\b|update\\b|delete\\b|with\\b)',
  '(?:vacuum|analyze|reindex|cluster)(?:\\s+["\\w. (),]+)?\\s*(?:;|$)',
  'do\\s+\\$\\w*\\$',
  `call\\s+(?!(?:apoc|db|dbms|gds|algo)\\.)["\\w.${HOLE}]+\\s*\\(`,
  'values\\s*\\(',
  'show\\s+(?:create\\s+table\\s+\\S+|full\\s+\\w+|time\\s+zone|[\\w.]+)\\s*(?:;|$)|show\\s+(?:columns|tables|index|indexes|keys)\\s+(?:from|in|like)\\b',
  'declare\\s+\\S+\\s[\\s\\S]*\\bcursor\\b',
  `fetch\\s+(?:(?:next|prior|first|last|all|forward|backward|absolute|relative)\\s+)?(?:\\d+\\s+)?(?:from|in)\\s+["\\w${HOLE}]+\\s*(?:;|$)`,
  '(?:discard|reset)\\s+[\\w.]+\\s*(?:;|$)',
  'deallocate\\b',
  'pragma\\s+\\w',
  '(?:attach|detach)\\s+database\\b',
].join('|');

const COMMENTS = '(?:\\s|--[^\\n]*(?:\\n|$)|/\\*[\\s\\S]*?\\*/|\\()*';
const STATEMENT = new RegExp(`^${COMMENTS}(?:${STATEMENTS})`, 'i');
/** Longer texts are judged by their beginning. */
const MAX_LENGTH = 20_000;

/** Whether a text begins as an SQL statement. Holes are U+FFFC, as `staticText` writes them. */
export function isStatement(text: string): boolean {
  return STATEMENT.test(text.slice(0, MAX_LENGTH));
}
