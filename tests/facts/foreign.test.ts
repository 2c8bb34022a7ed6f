import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';

const handles = drivers.flatMap(({ id, handles: all }) => Object.entries(all).flatMap(([name, facts]) => (facts.foreign === undefined ? [] : [{ name: `${id}.${name}`, facts, foreign: facts.foreign }])));

describe('foreign members', () => {
  it('are none of the handle itself', () => {
    expect(handles.flatMap(({ name, facts, foreign }) => Object.keys(foreign.members ?? {}).filter((member) => Object.hasOwn(facts.members, member)).map((member) => `${name}.${member}`))).toEqual([]);
  });

  it('are renamed to members of the handle', () => {
    const targets = handles.flatMap(({ name, facts, foreign }) => Object.values(foreign.members ?? {}).flatMap((member) => ('rename' in member ? [{ name, facts, rename: member.rename }] : [])));
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter(({ facts, rename }) => !Object.hasOwn(facts.members, rename)).map(({ name, rename }) => `${name}.${rename}`)).toEqual([]);
  });
});
