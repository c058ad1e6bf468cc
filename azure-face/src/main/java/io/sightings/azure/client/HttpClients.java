package io.sightings.azure.client;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Connections by the JDK's HTTP client, with Azure's settings of proxies. */
final class HttpClients {
  private static final Duration NONE = Duration.ZERO;

  private HttpClients() {}

  /**
   * @param timeout for a call; connecting may take no more than half of it
   * @param here whether it is this machine, which no proxy reaches
   */
  static HttpClient of(
      java.net.http.HttpClient.Builder jdk,
      @Nullable Executor executor,
      Duration timeout,
      boolean here) {
    JdkHttpClientBuilder builder =
        new JdkHttpClientBuilder(jdk.followRedirects(java.net.http.HttpClient.Redirect.NEVER))
            .connectionTimeout(timeout.dividedBy(2))
            // The whole call has one limit; more of them would each need a thread.
            .responseTimeout(NONE)
            .readTimeout(NONE)
            .writeTimeout(NONE);
    if (executor != null) {
      builder.executor(executor);
    }
    return here ? builder.configuration(Configuration.NONE).build() : builder.build();
  }
}
