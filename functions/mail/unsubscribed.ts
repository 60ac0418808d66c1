import type { ObjectStore } from '../store/index.ts';

/** Where it stands that a reader wants no more mail. An operator who removes the object lets the mail come again. */
function pathOf(reader: string): string {
  return `unsubscribed/${reader}.json`;
}

/** Records that a reader, by the SHA-256 of the address, wants no more mail. Once more changes nothing. */
export async function unsubscribe(reader: string, objects: ObjectStore, now: Date): Promise<void> {
  await objects.put(pathOf(reader), new TextEncoder().encode(JSON.stringify({ at: now })), { only: 'new' });
}

/** Whether a reader wants no more mail. */
export async function hasUnsubscribed(reader: string, objects: ObjectStore): Promise<boolean> {
  return (await objects.get(pathOf(reader))) !== null;
}
