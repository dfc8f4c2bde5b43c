import { protocols } from '../../src/practice/http/protocols/index.ts';
import { outputProblems } from './aws/output-problems.ts';

/**
 * What AWS leaves out, though its model requires it: the root user has neither a name nor a path, and who is no member of GuardDuty
 * no administrator.
 */
const LEFT_OUT: Record<string, RegExp> = {
  GetAdministratorAccount: /^Administrator is missing$/,
  GetUser: /^User\.(Path|UserName) is missing$/,
  ListMFADevices: /^MFADevices\[\d\]\.UserName is missing$/,
  ListSigningCertificates: /^Certificates\[\d\]\.UserName is missing$/,
  ListVirtualMFADevices: /^VirtualMFADevices\[\d\]\.User\.(Path|UserName) is missing$/,
};

/** Importing this file holds the practice account's outputs to the SDK's schemas: a wrong one fails its call. */
for (const protocol of new Set(Object.values(protocols))) {
  const { answer } = protocol;
  protocol.answer = (operation, schema, output) => {
    const problems = outputProblems(schema, output).filter(
      (problem) => !LEFT_OUT[operation]?.test(problem),
    );
    if (problems.length > 0) throw new Error(`${operation}: ${problems.join('; ')}`);
    return answer(operation, schema, output);
  };
}
