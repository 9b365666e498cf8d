import type { DataMap, IdentityKind, MapCollection, MapEdge, MapField } from './data-map.ts';
import { IDENTITY_KINDS } from './data-map.ts';
import {
  type FidesCollection,
  type FidesDataset,
  type FidesField,
  type FideslangFile,
  fideslangFile,
  fieldType,
} from './fideslang.ts';
import { forbiddenCategory } from './never-export.ts';
import { realNameProblems } from './real-name-problems.ts';

/** What is wrong with a data map, and where: `path` in the manner of `dataset[0].collections[2].name`. */
export type MapProblem = { readonly path: string; readonly value: unknown; readonly expected: string };

/** Fideslang says `phone_number`; this code says `phone`. */
const IDENTITY_NAMES: Readonly<Record<string, IdentityKind>> = {
  ...Object.fromEntries(IDENTITY_KINDS.map((kind) => [kind, kind])),
  phone_number: 'phone',
};

export type ParsedDataMap = { readonly map: DataMap } | { readonly problems: readonly MapProblem[] };

/** Reads a data map from the object that a YAML or JSON file holds. All problems are named, not only the first. */
export function parseDataMap(file: unknown): ParsedDataMap {
  const parsed = fideslangFile.safeParse(file);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => ({
        path: pathText(issue.path),
        value: valueAt(file, issue.path),
        expected: issue.message,
      })),
    };
  }
  const problems: MapProblem[] = [];
  const map = buildMap(parsed.data, problems);
  return problems.length > 0 ? { problems } : { map };
}

function buildMap(file: FideslangFile, problems: MapProblem[]): DataMap {
  const placed: { collection: MapCollection; path: string }[] = [];
  const edges: { edge: MapEdge; path: string; declared: 'from' | 'to'; target: string }[] = [];
  const datasets = file.dataset.map((dataset, d) => {
    if (file.dataset.findIndex((other) => other.fides_key === dataset.fides_key) !== d) {
      problems.push({
        path: `dataset[${d}].fides_key`,
        value: dataset.fides_key,
        expected: 'a key of its own',
      });
    }
    dataset.collections.forEach((collection, c) => {
      const path = `dataset[${d}].collections[${c}]`;
      const built = buildCollection(dataset, collection, path, problems);
      if (placed.some((other) => other.collection.source === built.source)) {
        problems.push({
          path: `${path}.name`,
          value: collection.name,
          expected: 'a name of its own in the dataset',
        });
      }
      placed.push({ collection: built, path });
      edges.push(...edgesOf(built.source, collection.fields, `${path}.fields`));
    });
    return {
      key: dataset.fides_key,
      name: dataset.name ?? dataset.fides_key,
      connection: dataset.meta?.connection ?? dataset.fides_key,
    };
  });
  const collections = placed.map(({ collection }) => collection);
  for (const { edge, path, declared, target } of edges) {
    const end = declared === 'from' ? edge.from : edge.to;
    const known = collections.find((collection) => collection.source === end.source);
    if (known?.fields.some((field) => field.path === end.field)) continue;
    problems.push({
      path,
      value: target,
      expected: known ? 'a field of that collection' : 'a collection of this map',
    });
  }
  const walked = edges.map(({ edge }) => edge);
  problems.push(...realNameProblems(placed, walked));
  return { datasets, collections, edges: walked };
}

function buildCollection(
  dataset: FidesDataset,
  collection: FidesCollection,
  path: string,
  problems: MapProblem[],
): MapCollection {
  const inherited = [...(dataset.data_categories ?? []), ...(collection.data_categories ?? [])];
  const fields = flatten(collection.fields, collection, inherited, `${path}.fields`, '', problems);
  const known = (field: string, at: string) => {
    if (!fields.some((candidate) => candidate.path === field)) {
      problems.push({ path: at, value: field, expected: 'a field of this collection' });
    }
  };
  const thirdParty = collection.meta.third_party.map((rule, r) => {
    const at = `${path}.meta.third_party[${r}]`;
    known(rule.person, `${at}.person`);
    rule.mask.forEach((field, m) => {
      known(field, `${at}.mask[${m}]`);
    });
    return { ...rule, kind: identityKind(rule.kind, `${at}.kind`, problems) ?? 'email' };
  });
  const primaryKey = fields.filter((field) => field.primaryKey).map((field) => field.path);
  if (primaryKey.length === 0) {
    const expected = 'a field with fides_meta.primary_key: rows are read in its order';
    problems.push({ path: `${path}.fields`, value: collection.name, expected });
  }
  return {
    source: `${dataset.fides_key}/${collection.name}`,
    dataset: dataset.fides_key,
    name: collection.name,
    description: collection.description ?? undefined,
    title: collection.meta.title ?? collection.description ?? `${dataset.fides_key}/${collection.name}`,
    fields,
    primaryKey,
    subjectRecord: collection.meta.subject_record,
    skip: collection.fides_meta?.skip_processing ?? false,
    lawfulBasis: collection.meta.lawful_basis,
    purposes: collection.meta.purposes,
    recipients: collection.meta.recipients,
    sources: collection.meta.sources,
    retention: collection.meta.retention,
    thirdParty,
    realName: collection.meta.real_name,
  };
}

function flatten(
  fields: readonly FidesField[],
  collection: FidesCollection,
  inherited: readonly string[],
  path: string,
  prefix: string,
  problems: MapProblem[],
): MapField[] {
  return fields.flatMap((field, f) => {
    const at = `${path}[${f}]`;
    const categories = [...new Set([...inherited, ...(field.data_categories ?? [])])];
    if (fields.findIndex((other) => other.name === field.name) !== f) {
      problems.push({
        path: `${at}.name`,
        value: field.name,
        expected: 'a name of its own among its neighbours',
      });
    }
    if (field.fields?.length) {
      return flatten(
        field.fields,
        collection,
        categories,
        `${at}.fields`,
        `${prefix}${field.name}.`,
        problems,
      );
    }
    const forbidden = forbiddenCategory(categories);
    const withheld = field.meta?.never_export ?? forbidden !== undefined;
    const identity = field.fides_meta?.identity;
    return [
      {
        path: `${prefix}${field.name}`,
        description: field.description ?? undefined,
        categories,
        type: fieldType(field.fides_meta?.data_type),
        maxLength: field.fides_meta?.length ?? undefined,
        identity: identity ? identityKind(identity, `${at}.fides_meta.identity`, problems) : undefined,
        primaryKey: field.fides_meta?.primary_key ?? false,
        origin: field.meta?.origin ?? collection.meta.origin,
        neverExport: withheld ? (forbidden ?? 'declared') : undefined,
        freeText: field.meta?.free_text ?? false,
      },
    ];
  });
}

/**
 * Fideslang lets a reference have no direction and then walks it both ways. Walked backwards it leads from one person's
 * message to somebody else's whole conversation, so here it is a foreign key: walked towards the field that declares it.
 */
function edgesOf(source: string, fields: readonly FidesField[], path: string, prefix = '') {
  return fields.flatMap(
    (field, f): { edge: MapEdge; path: string; declared: 'from' | 'to'; target: string }[] => {
      const here = { source, field: `${prefix}${field.name}` };
      const nested = edgesOf(source, field.fields ?? [], `${path}[${f}].fields`, `${here.field}.`);
      const own = (field.fides_meta?.references ?? []).map((reference, r) => {
        const [collection = '', ...rest] = reference.field.split('.');
        const there = { source: `${reference.dataset}/${collection}`, field: rest.join('.') };
        const declared = reference.direction ?? 'from';
        return {
          edge: declared === 'to' ? { from: here, to: there } : { from: there, to: here },
          path: `${path}[${f}].fides_meta.references[${r}].field`,
          declared,
          target: `${reference.dataset}.${reference.field}`,
        };
      });
      return [...own, ...nested];
    },
  );
}

function identityKind(word: string, path: string, problems: MapProblem[]): IdentityKind | undefined {
  const kind = IDENTITY_NAMES[word];
  if (!kind)
    problems.push({ path, value: word, expected: `one of ${Object.keys(IDENTITY_NAMES).join(', ')}` });
  return kind;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
