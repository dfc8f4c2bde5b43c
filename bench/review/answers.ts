/** What a request asks for. */
export interface Asked {
  /** The operation, or the path of a REST request. */
  operation: string;
  region: string;
  fields: URLSearchParams;
}

/** An answer of AWS's. By default, XML with 200. */
export interface Answer {
  body: string | Uint8Array;
  type?: string;
  status?: number;
}

/** The answers of one page's account, by operation. What is not among them is denied. */
export type Answers = Record<string, (asked: Asked) => Answer>;

export const ACCOUNT = '123456789012';
export const HOME = 'us-east-1';

export const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

/** An element with others in it, or with a text. */
export const element = (name: string, content: string | number | boolean): string =>
  `<${name}>${content}</${name}>`;

/** Elements by their names. */
export const elements = (content: Record<string, string | number | boolean>): string =>
  Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('');

/** As IAM and STS answer. */
export const queryAnswer = (operation: string, result: string): Answer => ({
  body: element(
    `${operation}Response`,
    element(`${operation}Result`, result) + element('ResponseMetadata', '<RequestId>r</RequestId>'),
  ),
});

/** As EC2 answers. */
export const ec2Answer = (operation: string, result: string): Answer => ({
  body: element(`${operation}Response`, `<requestId>r</requestId>${result}`),
});

export const jsonAnswer = (content: object, status = 200): Answer => ({
  body: JSON.stringify(content),
  type: 'application/json',
  status,
});
