package cli

import (
	"net/http"
	"testing"

	"depesche/ui/config"
)

// Which proxy is taken: the source's own, also for its articles, else the one for all, but not to
// the own network.
func TestProxy(t *testing.T) {
	a := &app{cfg: config.Default()}
	a.cfg.Network.Proxy = "http://proxy.example:3128"
	a.cfg.Sources = []config.Source{
		{URL: "https://tor.example/feed", Proxy: "socks5h://127.0.0.1:9050"},
		{URL: "https://near.example/feed", Proxy: config.Direct},
		{URL: "http://nas.local/feed", Proxy: "http://other.example:1"},
	}
	for address, want := range map[string]string{
		"https://tor.example/artikel/1": "socks5h://127.0.0.1:9050", "https://near.example/feed": "", "https://anders.example/": "http://proxy.example:3128",
		"http://192.168.1.5/feed": "", "http://nas.local/feed": "http://other.example:1",
	} {
		r, err := http.NewRequest(http.MethodGet, address, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		got, err := a.proxy(r)
		if err != nil || (got == nil) != (want == "") || got != nil && got.String() != want {
			t.Errorf("%s: %v %v, want %q", address, got, err, want)
		}
	}
}
