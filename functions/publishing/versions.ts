import { digestOfPackage, type PackageFiles, packageFileNames } from '../dataset/index.ts';
import type { ObjectStore, VersionedObject } from '../store/index.ts';

/** Which version of the data is current; written as `data/current.json`. */
export interface Pointer {
  /** The digest of the package: hexadecimal SHA-256, 64 digits. */
  readonly digest: string;
  /** The version that its `datapackage.json` states. */
  readonly version: string;
  /** When it became current, ISO 8601. */
  readonly since: string;
  /** The digest of the version that was current before; null for the first. */
  readonly previous: string | null;
}

/** The path of the pointer to the current version. */
export const pointerPath = 'data/current.json';

/** A published version, or the pointer to it, that is not what it should be. */
export class DamagedVersionError extends Error {
  override readonly name = 'DamagedVersionError';
}

/** Stores a package under its digest, file by file; what is there already is the same bytes and stays. */
export async function storeVersion(files: PackageFiles, objects: ObjectStore): Promise<string> {
  const digest = digestOfPackage(files);
  for (const [name, bytes] of files) await objects.put(pathOf(digest, name), bytes, { only: 'new' });
  return digest;
}

/** Reads a version and proves that its bytes are those of its digest. */
export async function readVersion(digest: string, objects: ObjectStore): Promise<PackageFiles> {
  const entries = await Promise.all(
    packageFileNames.map(async (name) => [name, await objects.get(pathOf(digest, name))] as const),
  );
  const found = entries.flatMap(([name, object]) =>
    object === null || object === 'unchanged' ? [] : [[name, object.bytes] as const],
  );
  const files = new Map(found);
  if (files.size === 0) throw new DamagedVersionError(`there is no published version ${digest}`);
  if (digestOfPackage(files) !== digest) {
    throw new DamagedVersionError(`the published version ${digest} is damaged: its files have another digest`);
  }
  return files;
}

/** Reads what a pointer says. Throws a {@link DamagedVersionError} when it says nothing that can be followed. */
export function readPointer({ bytes }: VersionedObject): Pointer {
  try {
    const pointer = JSON.parse(new TextDecoder().decode(bytes)) as Pointer;
    const isDigest = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
    if (isDigest(pointer.digest) && (pointer.previous === null || isDigest(pointer.previous))) return pointer;
  } catch (cause) {
    throw new DamagedVersionError(`${pointerPath} is not JSON`, { cause });
  }
  throw new DamagedVersionError(`${pointerPath} does not name a version`);
}

/** The bytes of a pointer. */
export function pointerBytes(pointer: Pointer): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(pointer, null, 2)}\n`);
}

function pathOf(digest: string, name: string): string {
  return `data/versions/${digest}/${name}`;
}
