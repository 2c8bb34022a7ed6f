/** Handles of the resolver as handles of the model. */
import type { Handle } from '../../model/words.js';
import { dialectOf, type HandleValue, type Resolver } from '../resolve/values.js';
import { creationOf } from './creations.js';

export function toHandle(resolver: Resolver, value: HandleValue): Handle {
  const { driver, name, facts, evidence, roleUnknown } = value;
  const creation = creationOf(resolver, value);
  return { driver, name, facts, evidence, roleUnknown, creation, dialect: dialectOf(value, creation?.options ?? null) };
}
