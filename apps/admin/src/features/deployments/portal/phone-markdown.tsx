import { parseMarkdown, type Block, type Inline } from '@latchkey/markdown';
import { Fragment } from 'react';
import classes from '../../../ui/phone-screen.module.css';

/** A text in the Markdown subset (D18) as the visit draws it; links lead nowhere in a preview. */
export const PhoneMarkdown = ({ source }: { source: string }) => (
  <div className={classes.text}>
    {parseMarkdown(source).map((block, at) => (
      <BlockOf key={at} block={block} />
    ))}
  </div>
);

const BlockOf = ({ block }: { block: Block }) => {
  if (block.kind === 'paragraph')
    return (
      <p>
        {block.lines.map((line, at) => (
          <Fragment key={at}>
            {at > 0 ? <br /> : null}
            <Line parts={line} />
          </Fragment>
        ))}
      </p>
    );
  const List = block.isNumbered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((item, at) => (
        <li key={at}>
          <Line parts={item} />
        </li>
      ))}
    </List>
  );
};

const Line = ({ parts }: { parts: readonly Inline[] }) => parts.map((part, at) => <Piece key={at} part={part} />);

const Piece = ({ part }: { part: Inline }) => {
  if (part.kind === 'text') return part.text;
  const inside = <Line parts={part.children} />;
  if (part.kind === 'strong') return <strong>{inside}</strong>;
  if (part.kind === 'em') return <em>{inside}</em>;
  return <span className={classes.link}>{inside}</span>;
};
