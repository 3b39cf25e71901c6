package extract

var korean = language{
	code:            "ko",
	credits:         []string{"사진", "출처", "그래픽", "사진 ?제공", "자료사진"},
	bylines:         []string{"글", "취재"},
	stops:           []string{"관련기사", "관련 기사", "많이 본", "댓글", "인기", "추천", "주요 뉴스", "함께 보면 좋은", "최신 뉴스"},
	pointers:        []string{"관련기사", "관련 기사", "기사 더 ?보기"},
	invitations:     []string{"무단 ?전재", "저작권자", "뉴스레터.{0,20}(?:구독|신청)", "제보(?:는|하기)", "구독하기"},
	weakInvitations: []string{"구독"},
	labels:          []string{"광고", "공유", "인쇄", "스크랩", "글자크기", "댓글"},
	corrections:     []string{"정정보도", "바로잡습니다", "정정합니다"},
	comments:        []string{"댓글"},
	paywall:         []string{"구독자 전용", "유료 ?회원", "회원 전용", "로그인 후 (?:이용|전체|계속)", "계속 읽으려면", "이어서 읽으려면"},
	consent:         []string{"쿠키를 사용", "모두 (?:수락|동의|허용)", "개인정보", "당사의 파트너"},
}
