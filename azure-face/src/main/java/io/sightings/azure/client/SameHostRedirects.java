package io.sightings.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RedirectStrategy;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects that stay with the scheme, host and port asked: every request carries the key,
 * and the usual strategy would take it to another host. The method and the body stay as they are,
 * which 307 and 308 promise and the others of this service can only mean.
 */
final class SameHostRedirects implements RedirectStrategy {
  private static final Set<Integer> STATUS = Set.of(301, 302, 307, 308);
  private static final int MAX_REDIRECTS = 3;

  @Override
  public int getMaxAttempts() {
    return MAX_REDIRECTS;
  }

  @Override
  public boolean shouldAttemptRedirect(
      HttpPipelineCallContext context, HttpResponse response, int tries, Set<String> visited) {
    if (!STATUS.contains(response.getStatusCode()) || tries >= MAX_REDIRECTS) {
      return false;
    }
    URL from = response.getRequest().getUrl();
    URL to = target(response);
    return to != null
        && from.getProtocol().equals(to.getProtocol())
        && from.getHost().equalsIgnoreCase(to.getHost())
        && port(from) == port(to)
        && visited.add(to.toString());
  }

  @Override
  public HttpRequest createRedirectRequest(HttpResponse response) {
    response.close();
    return response.getRequest().setUrl(target(response));
  }

  private static @Nullable URL target(HttpResponse response) {
    String location = response.getHeaderValue(HttpHeaderName.LOCATION);
    try {
      return location == null ? null : new URL(response.getRequest().getUrl(), location);
    } catch (MalformedURLException e) {
      return null; // nowhere to go: the answer stays what it is
    }
  }

  private static int port(URL url) {
    return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
  }
}
