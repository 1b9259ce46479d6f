// SPDX-License-Identifier: Apache-2.0
// Solr without its server package: RunSolr HOME PORT. Listens on 127.0.0.1 only.
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

public class RunSolr {
  public static void main(String[] words) throws Exception {
    JettyConfig config = JettyConfig.builder().setContext("/solr").setPort(Integer.parseInt(words[1])).build();
    new JettySolrRunner(words[0], config).start();
    Thread.currentThread().join();
  }
}
