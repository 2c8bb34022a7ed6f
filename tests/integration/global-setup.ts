import type { TestProject } from 'vitest/node';
import { install, type Installs } from './installs.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly installs: Installs;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { installs, remove } = await install();
  project.provide('installs', installs);
  return remove;
}
