package io.sightings.azure.call;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ChainedTokenCredentialBuilder;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;

/**
 * Who signs in with Entra ID: the environment's AZURE_CLIENT_ID and its secret or certificate, a
 * Kubernetes workload, the machine's managed identity, or the account signed in to the Azure
 * command line; the first that can. Those of Azure's default chain that need native keyrings are
 * left out.
 */
final class EntraCredentials {
  /** What Kubernetes sets for a workload that has an identity. */
  private static final String WORKLOAD = "AZURE_FEDERATED_TOKEN_FILE";

  private EntraCredentials() {}

  static TokenCredential chain() {
    ChainedTokenCredentialBuilder chain =
        new ChainedTokenCredentialBuilder().addLast(new EnvironmentCredentialBuilder().build());
    if (System.getenv(WORKLOAD) != null) { // without it, its builder throws
      chain.addLast(new WorkloadIdentityCredentialBuilder().build());
    }
    return chain
        .addLast(new ManagedIdentityCredentialBuilder().build())
        .addLast(new AzureCliCredentialBuilder().build())
        .build();
  }
}
