import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in every bundle for `@aws-sdk/credential-provider-node`: Lambda hands a function its role's
 * keys in variables, and so does the local runtime. The SDK's own chain would first find the same
 * ones; what it would try after them (profiles, SSO, process, container and instance metadata) no
 * function has. Without the variables a call fails with the SDK's `CredentialsProviderError`.
 */
export const defaultProvider = fromEnv;
