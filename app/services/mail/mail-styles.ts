import type { CSSProperties } from 'react';

const ink = '#1d2433';
const line = '#c9cfda';

/** Inline, since mail programs drop style sheets; sizes in px, since some ignore rem. */
export const mailStyles = {
  page: {
    backgroundColor: '#f4f5f8',
    color: ink,
    fontFamily: '"Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans Arabic", Arial, sans-serif',
    margin: 0,
    padding: '24px 8px',
  },
  sheet: {
    backgroundColor: '#ffffff',
    border: `1px solid ${line}`,
    maxWidth: '600px',
    padding: '24px',
    textAlign: 'start',
  },
  heading: { fontSize: '22px', lineHeight: '30px', margin: '0 0 16px' },
  text: { fontSize: '16px', lineHeight: '25px', margin: '0 0 16px' },
  link: { color: '#0f4c45', textDecoration: 'underline' },
  small: { color: '#525c70', fontSize: '14px', lineHeight: '21px', margin: '0 0 8px' },
  facts: { borderCollapse: 'collapse', margin: '0 0 16px', width: '100%' },
  factName: {
    borderTop: `1px solid ${line}`,
    fontSize: '15px',
    fontWeight: 600,
    padding: '8px 0',
    verticalAlign: 'top',
    width: '40%',
  },
  factValue: {
    borderTop: `1px solid ${line}`,
    fontSize: '15px',
    padding: '8px 0 8px 8px',
    verticalAlign: 'top',
  },
  code: {
    backgroundColor: '#eef1f7',
    fontFamily: 'Consolas, Menlo, monospace',
    fontSize: '30px',
    letterSpacing: '6px',
    lineHeight: '40px',
    margin: '0 0 16px',
    padding: '12px',
    textAlign: 'center',
  },
  quote: {
    borderInlineStart: `4px solid ${line}`,
    fontSize: '16px',
    lineHeight: '25px',
    margin: '0 0 16px',
    padding: '4px 12px',
    whiteSpace: 'pre-wrap',
  },
} as const satisfies Record<string, CSSProperties>;
