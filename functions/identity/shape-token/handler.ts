import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Where a member of staff works; set by the administrator, never by the user. */
const places = { 'custom:office': 'office', 'custom:agency': 'agency', name: 'name' } as const;

/** Cognito asks before it signs: the place of work goes into the access token beside the groups. */
export const shapeToken = async (
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> => {
  const { userAttributes } = event.request;
  const claims = Object.entries(places).flatMap(([attribute, claim]) => {
    const value = userAttributes[attribute];
    return value ? [[claim, value]] : [];
  });
  event.response = {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: Object.fromEntries(claims) },
      idTokenGeneration: { claimsToAddOrOverride: Object.fromEntries(claims) },
    },
  };
  return event;
};
