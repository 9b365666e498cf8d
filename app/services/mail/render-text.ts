import type { MailBlock, MailContent } from './mail-content.ts';

/** The plain part: one blank line between pieces, addresses and codes alone on their lines. */
export function renderText({ blocks, footer }: MailContent): string {
  const parts = [...blocks.map(textOf), ['--', ...footer].join('\n')];
  return `${parts.join('\n\n')}\n`;
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'code':
      return block.code;
    case 'quote':
      return block.text
        .split(/\r\n|\r|\n/)
        .map((line) => `> ${line}`)
        .join('\n');
    case 'link':
      return `${block.text}\n${block.url}`;
  }
}
