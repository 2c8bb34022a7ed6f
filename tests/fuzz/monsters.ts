/** Programs that nobody writes, and that must neither end a run nor keep it from ending. */
export interface Monster {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const HEAD = "import { Pool } from 'pg';\nimport postgres from 'postgres';\nconst pool = new Pool();\nconst sql = postgres();\n";

function monster(name: string, body: string, file = 'monster.ts'): Monster {
  return { name, file, text: `${HEAD}${body}\n` };
}

/** A list of parts made from their index. */
function times(count: number, part: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(separator);
}

/** All of them; made anew at each call, because they are large. */
export function createMonsters(): Monster[] {
  return [
    monster('20,000 lines', times(20_000, (n) => (n % 10 === 0 ? `pool.query('select * from t${String(n)} where id = ?', [${String(n)}]);` : `export const v${String(n)} = f(${String(n)});`))),
    monster('a concatenation of 1,000 terms', `pool.query(${times(1_000, (n) => `'${n === 500 ? ' ? ' : 'a'}'`, ' + ')}, [1]);`),
    monster('a concatenation of 10,000 terms', `pool.query(${times(10_000, () => "'a'", ' + ')}, [1]);`),
    monster('a text grown by 3,000 assignments', `let text = 'select 1';\n${times(3_000, () => "text += ' and a = ?';")}\npool.query(text, values);`),
    monster('a template with 3,000 holes', `pool.query(\`select ${times(3_000, (n) => `\${v${String(n)}}`, ', ')}\`);`),
    monster('a tag with 3,000 holes', `sql\`select ${times(3_000, (n) => `'\${v${String(n)}}'`, ', ')}\`;`),
    monster('2,000 placeholders', `pool.query("insert into t values (${times(2_000, () => '?', ', ')})", [${times(2_000, String, ', ')}]);`),
    monster('a literal of a million characters', `pool.query("select '${'x'.repeat(1_000_000)}' where id = ?", [1]);`),
    monster('a million quotes', `pool.query("${"'".repeat(1_000_000)} ?", [1]);`),
    monster('a million openings of comments', `pool.query("${'/*'.repeat(500_000)} ?", [1]);`),
    monster('half a million dollars', `pool.query("${'$'.repeat(500_000)} ?", [1]);`),
    monster('a chain of 3,000 aliases', `const p0 = pool;\n${times(3_000, (n) => `const p${String(n + 1)} = p${String(n)};`)}\np3000.query('select ?', [1]);`),
    monster('a chain of 3,000 texts', `const t0 = 'select';\n${times(3_000, (n) => `const t${String(n + 1)} = t${String(n)} + ' ?';`)}\npool.query(t3000, []);`),
    monster('texts that double 60 times', `const t0 = 'select ?,';\n${times(60, (n) => `const t${String(n + 1)} = t${String(n)} + t${String(n)};`)}\npool.query(t60, [1]);`),
    monster('handles that double 60 times', `const p0 = pool;\n${times(60, (n) => `const p${String(n + 1)} = Math.random() > 0.5 ? p${String(n)} : p${String(n)} ?? p${String(n)};`)}\np60.query('select ?', [1]);`),
    monster('circular constants', "const a = b;\nconst b = a;\nconst c = c;\na.query('select ?', [1]);\nc.query(c, [c]);\npool.query(a + b + c, [a]);"),
    monster('circular texts', "let t = t + 'a';\nconst u = `${v} ?`;\nconst v = `${u} ?`;\npool.query(t, [1]);\npool.query(u, [v]);\nsql`${u} ${sql`${v}`}`;"),
    monster('circular assignments', "let p = pool;\np = p;\np = p ?? p;\n({ p } = { p });\n[p] = [p];\np.query('select ?', [1]);\nlet q = r;\nlet r = q;\nq = r.q;\nr = q.r;\nq.query('select ?', [1]);"),
    monster('circular functions', "function f() { return g(); }\nfunction g() { return f(); }\nconst h = () => h();\nf().query('select ?', [1]);\nh().query(h(), [h]);"),
    monster('circular objects and classes', "const o = { o, p: pool, get q() { return this.q; } };\no.o = o;\no.o.o.p.query('select ?', [1]);\nclass C { p = this.p; q = this.p; static s = C.s; m() { this.p.query('select ?', [1]); C.s.query('select ?', [1]); } }"),
    monster('circular types', "type A = B; type B = A; interface I extends I { p: I; q: I['p'] }\nfunction f(a: A, i: I) { a.query('select ?', [1]); i.p.q.query('select ?', [1]); }"),
    monster('circular parameters', "function f({ p = p, q = p } = f()) { p.query('select ?', [1]); q.query('select ?', [1]); }\nf(f);"),
    monster('900 nested arrays', `pool.query('select ?', ${'['.repeat(900)}${']'.repeat(900)});`),
    monster('20,000 nested arrays', `pool.query('select ?', ${'['.repeat(20_000)}${']'.repeat(20_000)});`),
    monster('400 nested functions', `${times(400, () => '(async function () {', '')}await pool.query('select ?', [1]);${times(400, () => '})();', '')}`),
    monster('400 nested templates', `pool.query(${'`a ${'.repeat(400)}1${'}`'.repeat(400)}, [1]);`),
    monster('400 nested tags', `${'sql`a ${'.repeat(400)}1${'}`'.repeat(400)};`),
    monster('a chain of 1,000 calls', `pool${".on('error', f)".repeat(1_000)}.query('select ?', [1]);`),
    monster('900 branches', `${times(900, (n) => `if (a === ${String(n)}) pool.query('select ?', [1]); else`, ' ')} pool.query('select ?', [1]);`),
    monster('escapes of every kind', String.raw`pool.query('select \x3f, \u003f, \u{3F}, \
? \0 \u{1F600} \'?\'', [1]); pool.query("\u0053ELECT \x27?\x27 where a = \u{3f}", [1]);`),
    monster('lone surrogates', "pool.query('select \uD83D ?', [1]);"),
    monster('strange spaces', "pool.query('select\u00a0\u2028\u2029\ufeff?', [1]);\u2028pool.query('select ?', [1]);"),
    monster('names from prototypes', "pool.constructor('?', [1]); pool.__proto__.query('select ?', [1]); pool['toString']('?'); pool.query('select :constructor, :__proto__', { __proto__: 1 }); pool.hasOwnProperty.query('?');"),
    monster('calls without what they need', 'pool.query(); pool.query(...args); pool.query(...["select ?"]); pool.query(undefined, null); pool.query({}); pool.query({ text: undefined, values: null }); new Pool; new Pool(...x).query`?`; sql(); sql.unsafe(); sql``;'),
    monster('an empty file with a driver', '', 'monster.js'),
  ];
}
