import { useText } from '#app/i18n/react.tsx';

/** What a pack notes, in the reader's language: keys below `notes.` in `legal.json`. */
export function NoteList({ notes }: { notes: readonly string[] }) {
  const legal = useText('legal');
  if (notes.length === 0) return null;
  if (notes.length === 1) return <p className="text-sm">{legal(`notes.${notes[0]}`)}</p>;
  return (
    <ul className="list-disc space-y-1 ps-5 text-sm marker:text-line-strong">
      {notes.map((note) => (
        <li key={note}>{legal(`notes.${note}`)}</li>
      ))}
    </ul>
  );
}
