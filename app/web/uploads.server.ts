import type { FormError } from '#app/i18n/form-state.ts';
import type { UploadedFile } from '#app/services/requests/store-attachments.ts';
import { refusalOf } from './errors.server.ts';

/** The files chosen under a name; an empty file field sends one without name and content, which is none. */
export async function chosenFiles(request: Request, name: string): Promise<UploadedFile[]> {
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  const files = (form?.getAll(name) ?? []).filter((entry) => entry instanceof File);
  const chosen = files.filter((file) => file.name !== '' || file.size > 0);
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** What is wrong with the files, for their field; null when the service refused for another reason. */
export function fileErrors(error: unknown, accepted: readonly string[]): FormError[] | null {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'file_refused') return null;
  const issues = refusal.details.issues as { code: string; params?: FormError['params'] }[];
  return issues.map(({ code, params }) => ({
    code,
    params: { ...params, accepted: accepted.join(', '), ...megabytes(params) },
  }));
}

/** The limit of a size as people say it. */
function megabytes(params: FormError['params']): Record<string, string> {
  const max = params?.max;
  return typeof max === 'number' && max >= 1_000_000 ? { max: `${max / 1_000_000} MB` } : {};
}
