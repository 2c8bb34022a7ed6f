/** Handles of the resolver as handles of the model. */
import type { Handle } from '../../model/words.js';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { creationOf } from './creations.js';

export function toHandle(resolver: Resolver, value: HandleValue): Handle {
  const { driver, name, facts, evidence, known, roleUnknown } = value;
  return { driver, name, facts, evidence, known, roleUnknown, creation: creationOf(resolver, value), dialect: facts.dialect ?? driver.dialect };
}
