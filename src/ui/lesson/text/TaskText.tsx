import { useMemo } from "react";
import { Formula } from "../../components/Formula";
import { type Block, type Inline, readTask } from "./blocks";
import classes from "./text.module.css";

/** The task of a lesson, as elements of React. */
export default function TaskText({ source }: { source: string }) {
  const blocks = useMemo(() => readTask(source), [source]);
  return (
    <div className={classes.text}>
      <Blocks blocks={blocks} />
    </div>
  );
}

/** Nothing in a text is ever moved: its place is its identity. */
const numbered = <Part,>(parts: readonly Part[]) => parts.map((part, at) => ({ part, at }));

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return numbered(blocks).map(({ part, at }) => <OneBlock key={at} block={part} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "code":
      return (
        <pre className={classes.code} data-untranslated>
          {block.text}
        </pre>
      );
    case "list":
      return <List {...block} />;
    case "heading":
      return (
        <h3 className={classes.heading}>
          <Inlines content={block.content} />
        </h3>
      );
    default:
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
  }
}

function List({ ordered, start, items }: Extract<Block, { kind: "list" }>) {
  const entries = numbered(items).map(({ part, at }) => (
    <li key={at}>
      <Blocks blocks={part} />
    </li>
  ));
  return ordered ? <ol start={start}>{entries}</ol> : <ul>{entries}</ul>;
}

function Inlines({ content }: { content: readonly Inline[] }) {
  return numbered(content).map(({ part, at }) => <OneInline key={at} inline={part} />);
}

function OneInline({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case "strong":
      return (
        <strong>
          <Inlines content={inline.content} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines content={inline.content} />
        </em>
      );
    case "link":
      return (
        <a href={inline.href} target="_blank" rel="noopener noreferrer nofollow">
          <Inlines content={inline.content} />
        </a>
      );
    case "code":
      return <code>{inline.text}</code>;
    case "formula":
      return <Formula tex={inline.text} isInline />;
    case "break":
      return <br />;
    default:
      return inline.text;
  }
}
