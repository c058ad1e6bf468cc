package io.sightings.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Leaves the length of a body to the JDK's client, which counts for itself and logs a warning for
 * each call that tells it. The last policy, because copies of a request get the header again.
 */
final class ContentLengthPolicy implements HttpPipelinePolicy {

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    context.getHttpRequest().getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
    return next.process();
  }
}
