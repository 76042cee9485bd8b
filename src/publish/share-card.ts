/** What stands on a share card. */
export interface ShareCard {
  /** 湖南省长沙市开福区 */
  heading: string;
  /** 2020年政府工作报告 */
  line: string;
  /** Up to three: 地区生产总值 · 增长8.5% */
  figures: readonly { name: string; value: string }[];
  /** Name of the archive. */
  archive: string;
  accent: string;
}

/** An element as satori takes it. */
export interface CardNode {
  type: 'div';
  props: { style: Record<string, string | number>; children: CardNode[] | string };
}

export const cardSize = { width: 1200, height: 630 };

const ink = '#26221c';
const paper = '#faf7f0';

const box = (style: Record<string, string | number>, children: CardNode[] | string): CardNode => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** Place and year above, figures below, the archive's name at the foot: a title page in small. */
export function shareCard({ heading, line, figures, archive, accent }: ShareCard): CardNode {
  return box(
    {
      ...cardSize,
      boxSizing: 'border-box',
      flexDirection: 'column',
      padding: '64px 72px 48px',
      background: paper,
      color: ink,
      borderTop: `14px solid ${accent}`,
    },
    [
      box({ fontSize: headingSize(heading), lineHeight: 1.25 }, heading),
      box({ fontSize: 46, color: accent, marginTop: 12 }, line),
      box(
        { flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
        figures.map(({ name, value }) => figureLine(name, value)),
      ),
      box({ fontSize: 30, borderTop: '2px solid #d9d2c3', paddingTop: 20, color: '#5e574b' }, archive),
    ],
  );
}

function figureLine(name: string, value: string): CardNode {
  return box({ fontSize: 40, marginTop: 18, justifyContent: 'space-between' }, [box({ maxWidth: 640 }, name), box({ color: ink }, value)]);
}

/** Long names in one line of 1,056 pixels, or smaller in two. */
function headingSize(heading: string): number {
  return heading.length <= 13 ? 78 : heading.length <= 18 ? 58 : 48;
}
