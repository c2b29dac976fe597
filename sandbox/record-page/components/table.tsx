import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import * as React from 'react';

interface Part {
  readonly children: React.ReactNode;
}

export function Table(props: TableProps) {
  return (
    <div className="hs-table-frame">
      <table className="hs-table">{props.children}</table>
    </div>
  );
}

export function TableHead(props: Part) {
  return <thead>{props.children}</thead>;
}

export function TableBody(props: Part) {
  return <tbody>{props.children}</tbody>;
}

export function TableRow(props: Part) {
  return <tr>{props.children}</tr>;
}

export function TableHeader(props: TableHeaderProps) {
  return <th scope="col">{props.children}</th>;
}

export function TableCell(props: TableCellProps) {
  return <td colSpan={props.colSpan}>{props.children}</td>;
}
