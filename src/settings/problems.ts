/** What can be wrong with settings, in the words that the rule and the helper of the configuration share. */

export const problemMessages = {
  unknownKey: '`{{where}}` is no setting. {{remedy}}',
  wrongType: '`{{where}}` is {{found}}. {{remedy}}',
  wrongHandle: '`{{where}}` is {{found}}, but {{reason}}. {{remedy}}',
  wrongPath: '`{{where}}` has the key {{found}}, which is no path. {{remedy}}',
  ownModule: '`{{where}}` is a module of {{found}} itself, whose exports are known. {{remedy}}',
} as const;

export interface SettingProblem {
  readonly kind: keyof typeof problemMessages;
  /** What stands in the message's `{{…}}`. */
  readonly parts: Readonly<Partial<Record<'where' | 'found' | 'reason' | 'remedy', string>>>;
}

/** The whole message. */
export function problemText({ kind, parts }: SettingProblem): string {
  return Object.entries(parts).reduce((text: string, [name, value]) => text.replaceAll(`{{${name}}}`, () => value), problemMessages[kind]);
}

/** The place of a setting as code would reach it: `settings.db.modules['@acme/db'].pool`. */
export function placeOf(path: readonly string[]): string {
  return ['settings', ...path].reduce((place, key) => (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `${place}.${key}` : `${place}[${quoted(key)}]`));
}

function quoted(key: string): string {
  if (/^\d+$/.test(key)) return key;
  const text = shortened(JSON.stringify(key).slice(1, -1));
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

/** A value as a message names it: `"pg.Pol"`, `3`, `a list`, `an object`, `a Map`. */
export function described(value: unknown): string {
  if (typeof value === 'string') return `"${shortened(JSON.stringify(value).slice(1, -1))}"`;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  const type = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return type === 'Object' ? 'an object' : `a ${type}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
