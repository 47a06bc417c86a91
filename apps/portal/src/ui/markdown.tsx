import { parseMarkdown, type Block, type Inline } from '@latchkey/markdown';
import { Fragment } from 'react';

/** A text that staff wrote in the Markdown subset (D18), drawn as elements. */
export function Markdown({ source }: { source: string }) {
  return (
    <div className="flex flex-col gap-3">
      {parseMarkdown(source).map((block, at) => (
        <BlockOf key={at} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        {block.lines.map((line, at) => (
          <Fragment key={at}>
            {at > 0 && <br />}
            <Line parts={line} />
          </Fragment>
        ))}
      </p>
    );
  const items = block.items.map((item, at) => (
    <li key={at}>
      <Line parts={item} />
    </li>
  ));
  return block.isNumbered ? (
    <ol className="list-decimal ps-6">{items}</ol>
  ) : (
    <ul className="list-disc ps-6">{items}</ul>
  );
}

function Line({ parts }: { parts: Inline[] }) {
  return parts.map((part, at) => <Piece key={at} part={part} />);
}

function Piece({ part }: { part: Inline }) {
  if (part.kind === 'text') return part.text;
  const inside = <Line parts={part.children} />;
  if (part.kind === 'strong') return <strong>{inside}</strong>;
  if (part.kind === 'em') return <em>{inside}</em>;
  return (
    <a
      href={part.href}
      rel="noopener noreferrer nofollow"
      className="font-semibold text-accent-ink underline underline-offset-4"
    >
      {inside}
    </a>
  );
}
