import type { PlaceholderStyle } from '../facts/schema.js';
export interface Token { readonly kind: string; readonly start: number; readonly end: number; readonly style?: PlaceholderStyle; readonly name?: string; readonly index?: number; readonly dynamic?: boolean; readonly ambiguous?: string }
