import {
  type Dataset,
  digestOfPackage,
  type Edition,
  editionPackage,
  type PackageFiles,
  type Vintage,
  vintageOf,
} from '../dataset/index.ts';

/** The data of an edition: its vintage, its Data Package and the digest of the package. */
export interface EditionData {
  readonly vintage: Vintage;
  readonly files: PackageFiles;
  readonly digest: string;
}

const editions = new WeakMap<Dataset, Map<Edition, EditionData>>();

/** The data of an edition, computed once per dataset and edition. */
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
