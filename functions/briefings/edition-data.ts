import {
  type Dataset,
  digestOfPackage,
  type Edition,
  editionPackage,
  type PackageFiles,
  type Vintage,
  vintageOf,
} from '../dataset/index.ts';

/** What an edition is printed from: its vintage, its Data Package and the digest of that. */
export interface EditionData {
  readonly vintage: Vintage;
  readonly files: PackageFiles;
  readonly digest: string;
}

const editions = new WeakMap<Dataset, Map<Edition, EditionData>>();

/** The data of an edition, worked out once for a dataset. */
export function editionOf(dataset: Dataset, edition: Edition): EditionData {
  const known = editions.get(dataset) ?? new Map<Edition, EditionData>();
  editions.set(dataset, known);
  const found = known.get(edition);
  if (found) return found;
  const vintage = vintageOf(dataset, edition);
  const files = editionPackage(dataset, vintage);
  const data = { vintage, files, digest: digestOfPackage(files) };
  known.set(edition, data);
  return data;
}
