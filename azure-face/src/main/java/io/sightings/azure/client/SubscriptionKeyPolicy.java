package io.sightings.azure.client;

import com.azure.core.credential.KeyCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/**
 * Puts the key into each request. Azure's own policy does nothing else but to refuse plain HTTP,
 * even to this machine; here the builder decides that.
 */
final class SubscriptionKeyPolicy extends HttpPipelineSyncPolicy {
  static final HttpHeaderName HEADER = HttpHeaderName.fromString("Ocp-Apim-Subscription-Key");

  private final KeyCredential credential;

  SubscriptionKeyPolicy(KeyCredential credential) {
    this.credential = credential;
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    context.getHttpRequest().setHeader(HEADER, credential.getKey());
  }
}
