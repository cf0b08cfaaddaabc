import type { ReactNode } from "react";

export type DataTwinProps = {
  caption: string;
  head: readonly string[];
  rows: readonly { name: string; cells: readonly ReactNode[] }[];
};

/** The same numbers as a table, for those who do not see the chart. */
export function DataTwin({ caption, head, rows }: DataTwinProps) {
  return (
    <div className="sr-only">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
