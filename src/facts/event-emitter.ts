import type { MemberFacts } from './schema.js';

/** The members of Node's EventEmitter, with what the listening ones do: which handles the listeners of an event get. */
export function emitterMembers(listen: MemberFacts & { readonly does: 'listen' }): Readonly<Record<string, MemberFacts>> {
  return {
    on: listen,
    once: listen,
    addListener: listen,
    prependListener: listen,
    prependOnceListener: listen,
    off: { does: 'other' },
    removeListener: { does: 'other' },
    removeAllListeners: { does: 'other' },
    emit: { does: 'other' },
    eventNames: { does: 'other' },
    listeners: { does: 'other' },
    rawListeners: { does: 'other' },
    listenerCount: { does: 'other' },
    setMaxListeners: { does: 'other' },
    getMaxListeners: { does: 'other' },
  };
}
