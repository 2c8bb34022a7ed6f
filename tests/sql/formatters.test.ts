import { describe, expect, it } from 'vitest';
import type { PlaceholderFacts } from '../../src/facts/schema.js';
import pgPromise from '../../src/facts/drivers/pg-promise.js';
import { absent, findingsOf, formatterFacts, list, record, scalar } from './finding-rows.js';

const format = pgPromise.placeholders['format'];
if (format === undefined) throw new Error('pg-promise has no facts of its formatter');
const facts: PlaceholderFacts = format;
const kinds = (text: string, values: Parameters<typeof findingsOf>[1]): string[] => findingsOf(text, values, { facts, named: 'on' }).map(({ kind, outcome }) => `${kind}: ${outcome.message}`);

describe('a driver that writes the values into the text itself', () => {
  it('finds numbers in quotes and comments when it gets a list or one value', () => {
    expect(kinds("select '$2', $1", list(1))).toEqual(['tooFew: Variable $2 out of range. Parameters array length: 1']);
    expect(kinds('select 1 -- $1', list(0))).toEqual(['none: Variable $1 out of range. Parameters array length: 0']);
    expect(kinds("select '$1'", scalar)).toEqual([]);
  });

  it('leaves quotes alone when it gets no values, or names', () => {
    expect(kinds("select '$2'", absent)).toEqual([]);
    expect(kinds("select '$2', ${a}", record('a'))).toEqual([]);
    expect(findingsOf("select '?', ?", absent, { facts: formatterFacts, dialect: 'mysql' }).map(({ start }) => start)).toEqual([12]);
  });

  it('goes on into a record by dots, and writes the record itself', () => {
    expect(kinds('select ${user.id}, ${this}', record('user'))).toEqual([]);
    expect(kinds('select ${user}, ${id}', record('user'))).toEqual(["missingName: Property 'id' doesn't exist."]);
  });

  it('tells an empty list from no values', () => {
    expect(kinds('select $1', list(0))).toEqual(['none: Variable $1 out of range. Parameters array length: 0']);
    expect(kinds('select $1', absent)).toEqual(['none: there is no parameter $1']);
  });

  it('takes one value without a list, and says what the server says to a record', () => {
    expect(kinds('select $1', scalar)).toEqual([]);
    expect(kinds('select $1', record('a'))).toEqual(['notAList: there is no parameter $1']);
    expect(kinds('select :a', record('a'))).toEqual(['foreign: syntax error at or near ":"']);
  });
});
