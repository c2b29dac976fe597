import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import * as React from 'react';

type TablePaginatedProps = Extract<TableProps, { paginated: true }>;

interface Part {
  readonly children: React.ReactNode;
}

export function Table(props: TableProps) {
  return (
    <div className="hs-table-frame">
      <table className="hs-table">{props.children}</table>
      {props.paginated === true ? <Pages {...props} /> : null}
    </div>
  );
}

/** HubSpot's own words for this are in the user's language. */
function Pages({ page = 1, pageCount, onPageChange }: TablePaginatedProps) {
  return (
    <nav className="hs-button-row" aria-label="Pages">
      {[1, page - 1, page, page + 1, pageCount]
        .filter((nth, at, all) => nth >= 1 && nth <= pageCount && all.indexOf(nth) === at)
        .map((nth) => (
          <button
            key={nth}
            type="button"
            className="hs-button secondary small"
            aria-current={nth === page ? 'page' : undefined}
            onClick={() => {
              onPageChange(nth);
            }}
          >
            {nth}
          </button>
        ))}
    </nav>
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
