import type { MapCollection, MapField } from '../data-map/data-map.ts';
import type { PackageKind } from './manifest.ts';

/** Which fields of a collection a package of this kind holds, and which it leaves out for what it is. */
export type PackageFields = {
  readonly held: readonly MapField[];
  readonly neverExported: readonly MapField[];
  readonly notPortable: readonly MapField[];
};

/**
 * Access takes everything that may leave. Portability (GDPR Art. 20(1)) takes what the data subject provided, knowingly or
 * by using the service, and only where it is processed on consent or for a contract; never what was inferred.
 */
export function packageFields(collection: MapCollection, kind: PackageKind): PackageFields {
  const neverExported = collection.fields.filter((field) => field.neverExport);
  const mayLeave = collection.fields.filter((field) => !field.neverExport);
  if (kind === 'access') return { held: mayLeave, neverExported, notPortable: [] };
  const byBasis = collection.lawfulBasis === 'consent' || collection.lawfulBasis === 'contract';
  const portable = (field: MapField) =>
    byBasis && (field.origin === 'provided' || field.origin === 'observed');
  return {
    held: mayLeave.filter(portable),
    neverExported,
    notPortable: mayLeave.filter((field) => !portable(field)),
  };
}
